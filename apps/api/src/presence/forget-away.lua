-- Nothing is known of this person's tab any more, unless one is here, or they are on the line again. Rules VO6, I7.
-- KEYS  tab, seen, record
-- ARGV  notAfter, id, now
-- Says  forgotten | here | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local leased = tonumber(redis.call('ZSCORE', KEYS[2], ARGV[2]))
if redis.call('EXISTS', KEYS[3]) == 1 then return 'here' end
if leased and leased > tonumber(ARGV[3]) then return 'here' end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[2])
return 'forgotten'
