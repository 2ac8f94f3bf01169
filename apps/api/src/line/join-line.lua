-- A newcomer stands last, even if two come in the same millisecond. Rules LN1, LN2, LN8, LG1.
-- KEYS  queue, ready, caller, free
-- ARGV  notAfter, id, language, now, keepFor, most
-- Says  joined | already-here | full | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
if redis.call('EXISTS', KEYS[3]) == 1 then return 'already-here' end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[6]) + redis.call('ZCARD', KEYS[4]) then return 'full' end
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')[2]
local place = math.max(tonumber(ARGV[4]), (tonumber(last) or 0) + 1)
redis.call('HSET', KEYS[3], 'at', 'waiting', 'place', place, 'joinedAt', ARGV[4], 'since', 'joined', 'language', ARGV[3])
redis.call('PEXPIRE', KEYS[3], ARGV[5])
redis.call('ZADD', KEYS[1], place, ARGV[2])
redis.call('ZADD', KEYS[2], place, ARGV[2])
return 'joined'
