-- Note from which network a caller came, as long as they are there. Rule CN1.
-- KEYS  caller
-- ARGV  notAfter, network
-- Says  noted | gone | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
if redis.call('EXISTS', KEYS[1]) == 0 then return 'gone' end
redis.call('HSET', KEYS[1], 'network', ARGV[2])
return 'noted'
