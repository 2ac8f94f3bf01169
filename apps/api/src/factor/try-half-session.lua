-- Count a try before it is judged, unless it comes too fast; its challenge serves this try only. Rules SF1, SF5, SF6.
-- KEYS  half, slowed
-- ARGV  now, mostTries, delays, forgottenAfter
-- Says  go-on | over | too-fast
local half = redis.call('HMGET', KEYS[1], 'tries', 'challenge')
if not half[1] or tonumber(half[1]) >= tonumber(ARGV[2]) then return 'over' end
local slowed = redis.call('HMGET', KEYS[2], 'wrong', 'last')
local wrong, last = tonumber(slowed[1] or 0), tonumber(slowed[2] or 0)
local delays = cjson.decode(ARGV[3])
if tonumber(ARGV[1]) < last + delays[math.min(wrong + 1, #delays)] then return 'too-fast' end
redis.call('HINCRBY', KEYS[1], 'tries', 1)
redis.call('HDEL', KEYS[1], 'challenge')
redis.call('HSET', KEYS[2], 'wrong', wrong + 1, 'last', ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return { 'go-on', half[2] or '' }
