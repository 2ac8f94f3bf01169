-- From off to free, where from and in which languages. Rules VO1, VO9, LG1.
-- KEYS  free, volunteer, seen
-- ARGV  notAfter, id, from, languages, now, keepFor   (languages: with a space between)
-- Says  free | already-on-shift | not-here | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
if redis.call('EXISTS', KEYS[2]) == 1 then return 'already-on-shift' end
if (tonumber(redis.call('ZSCORE', KEYS[3], ARGV[2])) or 0) <= tonumber(ARGV[5]) then return 'not-here' end
redis.call('HSET', KEYS[2], 'at', 'free', 'from', ARGV[3], 'languages', ARGV[4], 'misses', 0, 'since', ARGV[5])
redis.call('PEXPIRE', KEYS[2], ARGV[6])
redis.call('ZADD', KEYS[1], ARGV[5], ARGV[2])
return 'free'
