-- Leaves the line for good; an offer for this caller is named, so that its volunteer can be freed. Rule LN3.
-- KEYS  queue, caller, asleep
-- ARGV  notAfter, id, tag
-- Says  left | not-in-line | stale   (left: then the offer, if one stood)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local caller = redis.call('HMGET', KEYS[2], 'at', 'offer', 'language')
if caller[1] == 'talking' then return 'not-in-line' end
if not caller[1] then return 'not-in-line' end
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[2])
redis.call('ZREM', ARGV[3] .. ':ready:' .. caller[3], ARGV[2])
redis.call('ZREM', KEYS[3], ARGV[2])
if caller[2] then return { 'left', caller[2] } end
return 'left'
