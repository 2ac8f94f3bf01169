-- Any sign of a caller who sleeps wakes them: they wait again, at the place they always had. Rules LN6, I6.
-- KEYS  caller, asleep
-- ARGV  notAfter, id, tag
-- Says  awake | not-asleep | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local caller = redis.call('HMGET', KEYS[1], 'at', 'place', 'language')
if caller[1] ~= 'asleep' then return 'not-asleep' end
redis.call('HDEL', KEYS[1], 'asleepSince')
redis.call('HSET', KEYS[1], 'at', 'waiting')
redis.call('ZADD', ARGV[3] .. ':ready:' .. caller[3], caller[2], ARGV[2])
redis.call('ZREM', KEYS[2], ARGV[2])
return 'awake'
