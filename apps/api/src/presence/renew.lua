-- The newest tab answered a ping: its lease goes on, never shorter, and what is known of the person is kept on. Rule PR3.
-- KEYS  tab, seen, record
-- ARGV  notAfter, id, tab, until, keepFor
-- Says  renewed | not-yours | unknown | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local newest = redis.call('GET', KEYS[1])
if not newest then return 'unknown' end
if newest ~= ARGV[3] then return 'not-yours' end
redis.call('ZADD', KEYS[2], 'GT', ARGV[4], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
redis.call('PEXPIRE', KEYS[3], ARGV[5])
return 'renewed'
