-- A tab arrives: it is the newest of its person, and holds the lease; what is known of the person is kept on. Rules PR1, PR3.
-- KEYS  tab, seen, record
-- ARGV  notAfter, id, now, until, keepFor
-- Says  new | back | takes-over | stale   (then: the number of this tab)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local leased = tonumber(redis.call('ZSCORE', KEYS[2], ARGV[2]))
local tab = redis.call('INCR', KEYS[1])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('PEXPIRE', KEYS[3], ARGV[5])
if not leased then return { 'new', tab } end
return { leased > tonumber(ARGV[3]) and 'takes-over' or 'back', tab }
