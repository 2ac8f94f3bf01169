-- Leaves the line for good; an offer for this caller is named, so that its volunteer can be freed. Rule LN3.
-- KEYS  queue, ready, caller, asleep
-- ARGV  notAfter, id
-- Says  left | not-in-line | stale   (left: then the offer, if one stood)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local caller = redis.call('HMGET', KEYS[3], 'at', 'offer')
if caller[1] == 'talking' then return 'not-in-line' end
redis.call('DEL', KEYS[3])
redis.call('ZREM', KEYS[1], ARGV[2])
redis.call('ZREM', KEYS[2], ARGV[2])
redis.call('ZREM', KEYS[4], ARGV[2])
if not caller[1] then return 'not-in-line' end
if caller[2] then return { 'left', caller[2] } end
return 'left'
