-- A caller whose tab was away, or who slept, past the grace leaves the line; who came back in time stays. Rules LN4, LN6.
-- KEYS  queue, caller, seen, asleep
-- ARGV  notAfter, id, tag, now, grace, languages   (languages: the line's, for who left no record)
-- Says  left | still-here | not-in-line | stale   (left: then the offer, if one stood)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local seen = tonumber(redis.call('ZSCORE', KEYS[3], ARGV[2]))
local lost = tonumber(ARGV[4]) - tonumber(ARGV[5])
local caller = redis.call('HMGET', KEYS[2], 'at', 'offer', 'asleepSince', 'language')
local overslept = caller[3] and tonumber(caller[3]) <= lost
if seen and seen > lost and not overslept then return 'still-here' end
if caller[1] == 'talking' then return 'not-in-line' end
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[2])
redis.call('ZREM', KEYS[4], ARGV[2])
for language in (caller[4] or ARGV[6]):gmatch('%l+') do redis.call('ZREM', ARGV[3] .. ':ready:' .. language, ARGV[2]) end
if not caller[1] then return 'not-in-line' end
if caller[2] then return { 'left', caller[2] } end
return 'left'
