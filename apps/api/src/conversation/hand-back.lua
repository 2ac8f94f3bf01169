-- The volunteer gives the caller back to the line, at the place they always had; the pair rests, the volunteer has a breather. Rule HO1.
-- KEYS  conversation, caller, volunteer, queue
-- ARGV  notAfter, id, tag, by, breatherUntil, restsUntil
-- Says  handed-back | already-over | not-yours | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local held = redis.call('HMGET', KEYS[1], 'volunteer', 'caller')
if not held[1] then return 'already-over' end
if held[1] ~= ARGV[4] then return 'not-yours' end
redis.call('DEL', KEYS[1])
if redis.call('HGET', KEYS[3], 'conversation') == ARGV[2] then
  redis.call('HDEL', KEYS[3], 'conversation')
  redis.call('HSET', KEYS[3], 'at', 'breather', 'until', ARGV[5], 'misses', 0)
end
if redis.call('HGET', KEYS[2], 'conversation') == ARGV[2] then
  redis.call('HDEL', KEYS[2], 'conversation')
  redis.call('HSET', KEYS[2], 'at', 'waiting', 'since', 'handed-over', 'rest:' .. ARGV[4], ARGV[6])
  local stay = redis.call('HMGET', KEYS[2], 'place', 'language')
  redis.call('ZADD', KEYS[4], stay[1], held[2])
  redis.call('ZADD', ARGV[3] .. ':ready:' .. stay[2], stay[1], held[2])
end
return 'handed-back'
