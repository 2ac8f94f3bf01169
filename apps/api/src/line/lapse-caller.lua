-- A caller whose tab was away, or who slept, past the grace leaves the line; who came back in time stays. Rules LN4, LN6.
-- KEYS  queue, ready, caller, seen, asleep
-- ARGV  notAfter, id, now, grace
-- Says  left | still-here | not-in-line | stale   (left: then the offer, if one stood)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local seen = tonumber(redis.call('ZSCORE', KEYS[4], ARGV[2]))
local lost = tonumber(ARGV[3]) - tonumber(ARGV[4])
local caller = redis.call('HMGET', KEYS[3], 'at', 'offer', 'asleepSince')
local overslept = caller[3] and tonumber(caller[3]) <= lost
if seen and seen > lost and not overslept then return 'still-here' end
if caller[1] == 'talking' then return 'not-in-line' end
redis.call('DEL', KEYS[3])
redis.call('ZREM', KEYS[1], ARGV[2])
redis.call('ZREM', KEYS[2], ARGV[2])
redis.call('ZREM', KEYS[5], ARGV[2])
if not caller[1] then return 'not-in-line' end
if caller[2] then return { 'left', caller[2] } end
return 'left'
