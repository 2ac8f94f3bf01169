-- The newest tab's socket closed: the lease ends now, the grace begins. Rule PR4.
-- KEYS  tab, seen
-- ARGV  notAfter, id, tab, now
-- Says  dropped | not-yours | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
if redis.call('GET', KEYS[1]) ~= ARGV[3] then return 'not-yours' end
redis.call('ZADD', KEYS[2], 'XX', 'LT', ARGV[4], ARGV[2])
return 'dropped'
