-- A tab arrives: it is the newest of its person, and holds the lease. Rules PR1, PR3.
-- KEYS  tab, seen
-- ARGV  notAfter, id, now, until, keepFor
-- Says  new | back | takes-over | stale   (then: the number of this tab)
if redis.call('TIME')[1] * 1000 > tonumber(ARGV[1]) then return 'stale' end
local leased = tonumber(redis.call('ZSCORE', KEYS[2], ARGV[2]))
local tab = redis.call('INCR', KEYS[1])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[2])
if not leased then return { 'new', tab } end
return { leased > tonumber(ARGV[3]) and 'takes-over' or 'back', tab }
