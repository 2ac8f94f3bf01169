-- Any sign of a caller who sleeps wakes them: they wait again, at the place they always had. Rules LN6, I6.
-- KEYS  ready, caller, asleep
-- ARGV  notAfter, id
-- Says  awake | not-asleep | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
if redis.call('HGET', KEYS[2], 'at') ~= 'asleep' then return 'not-asleep' end
redis.call('HDEL', KEYS[2], 'asleepSince')
redis.call('HSET', KEYS[2], 'at', 'waiting')
redis.call('ZADD', KEYS[1], redis.call('HGET', KEYS[2], 'place'), ARGV[2])
redis.call('ZREM', KEYS[3], ARGV[2])
return 'awake'
