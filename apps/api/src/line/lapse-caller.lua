-- A caller whose tab was away past the grace leaves the line; who came back in time stays. Rule LN4.
-- KEYS  queue, ready, caller, seen
-- ARGV  notAfter, id, now, grace
-- Says  left | still-here | not-in-line | stale   (left: then the offer, if one stood)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local seen = tonumber(redis.call('ZSCORE', KEYS[4], ARGV[2]))
if seen and seen + tonumber(ARGV[4]) > tonumber(ARGV[3]) then return 'still-here' end
local caller = redis.call('HMGET', KEYS[3], 'at', 'offer')
if caller[1] ~= 'waiting' and caller[1] ~= 'offered' then return 'not-in-line' end
redis.call('DEL', KEYS[3])
redis.call('ZREM', KEYS[1], ARGV[2])
redis.call('ZREM', KEYS[2], ARGV[2])
if caller[1] == 'offered' then return { 'left', caller[2] } end
return 'left'
