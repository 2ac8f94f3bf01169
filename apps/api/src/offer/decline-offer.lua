-- Gives the caller back to the same place and rests the pair; the volunteer keeps their turn. Rule OF6.
-- KEYS  offer, offers, caller, volunteer, free
-- ARGV  notAfter, id, tag, by, now, restsUntil
-- Says  declined | too-late | not-yours | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local held = redis.call('HMGET', KEYS[1], 'volunteer', 'caller', 'at', 'until')
if held[3] ~= 'standing' or tonumber(held[4]) <= tonumber(ARGV[5]) then return 'too-late' end
if held[1] ~= ARGV[4] then return 'not-yours' end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[2])
if redis.call('HGET', KEYS[3], 'offer') == ARGV[2] then
  redis.call('HDEL', KEYS[3], 'offer')
  redis.call('HSET', KEYS[3], 'at', 'waiting', 'rest:' .. ARGV[4], ARGV[6])
  local stay = redis.call('HMGET', KEYS[3], 'place', 'language')
  redis.call('ZADD', ARGV[3] .. ':ready:' .. stay[2], stay[1], held[2])
end
if redis.call('HGET', KEYS[4], 'offer') == ARGV[2] then
  redis.call('HDEL', KEYS[4], 'offer')
  redis.call('HSET', KEYS[4], 'at', 'free', 'misses', 0)
  redis.call('ZADD', KEYS[5], redis.call('HGET', KEYS[4], 'since'), ARGV[4])
end
return 'declined'
