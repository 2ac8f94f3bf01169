-- A waiting caller whose tab is here may be offered again, at the place they always had. Rule LN5.
-- KEYS  ready, caller
-- ARGV  notAfter, id
-- Says  ready | not-waiting | stale
if redis.call('TIME')[1] * 1000 > tonumber(ARGV[1]) then return 'stale' end
local caller = redis.call('HMGET', KEYS[2], 'at', 'place')
if caller[1] ~= 'waiting' then return 'not-waiting' end
redis.call('ZADD', KEYS[1], caller[2], ARGV[2])
return 'ready'
