-- Either side ends it in one action; the caller is gone, the volunteer has a breather. Rule CV2.
-- KEYS  conversation, caller, volunteer
-- ARGV  notAfter, id, breatherUntil
-- Says  ended | already-over | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
if redis.call('DEL', KEYS[1]) == 0 then return 'already-over' end
if redis.call('HGET', KEYS[2], 'conversation') == ARGV[2] then redis.call('DEL', KEYS[2]) end
if redis.call('HGET', KEYS[3], 'conversation') == ARGV[2] then
  redis.call('HDEL', KEYS[3], 'conversation')
  redis.call('HSET', KEYS[3], 'at', 'breather', 'until', ARGV[3], 'misses', 0)
end
return 'ended'
