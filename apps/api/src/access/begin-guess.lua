-- Count a guess as wrong before it is judged, unless its source, or all sources together, guess too fast. Rules AC8, AC18.
-- KEYS  source, all
-- ARGV  notAfter, now, delays, forgottenAfter, count, within
-- Says  go-on | too-fast | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local now, count, within = tonumber(ARGV[2]), tonumber(ARGV[5]), tonumber(ARGV[6])
local source = redis.call('HMGET', KEYS[1], 'wrong', 'last')
local wrong, last = tonumber(source[1] or 0), tonumber(source[2] or 0)
local delays = cjson.decode(ARGV[3])
if now >= last + tonumber(ARGV[4]) then wrong = 0 end
if now < last + delays[math.min(wrong + 1, #delays)] then return 'too-fast' end
local oldest = redis.call('LINDEX', KEYS[2], count - 1)
if oldest and tonumber(oldest) > now - within then return 'too-fast' end
redis.call('HSET', KEYS[1], 'wrong', wrong + 1, 'last', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('LPUSH', KEYS[2], ARGV[2])
redis.call('LTRIM', KEYS[2], 0, count - 1)
redis.call('PEXPIRE', KEYS[2], within)
return 'go-on'
