-- The caller's tab was away past its grace: the conversation ends, the volunteer has a breather. Rule CV3.
-- KEYS  conversation, caller, volunteer, seen
-- ARGV  notAfter, id, callerId, now, grace, breatherUntil
-- Says  ended | still-here | already-over | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local seen = tonumber(redis.call('ZSCORE', KEYS[4], ARGV[3]))
if redis.call('EXISTS', KEYS[1]) == 0 then return 'already-over' end
if seen and seen + tonumber(ARGV[5]) > tonumber(ARGV[4]) then return 'still-here' end
redis.call('DEL', KEYS[1])
if redis.call('HGET', KEYS[2], 'conversation') == ARGV[2] then redis.call('DEL', KEYS[2]) end
if redis.call('HGET', KEYS[3], 'conversation') == ARGV[2] then
  redis.call('HDEL', KEYS[3], 'conversation')
  redis.call('HSET', KEYS[3], 'at', 'breather', 'until', ARGV[6], 'misses', 0)
end
return 'ended'
