-- One of the two wrote; what is told late never makes a silence longer. Rule SL2.
-- KEYS  conversation
-- ARGV  notAfter, at
-- Says  heard | already-over | stale   (heard: then since when nobody had written)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local told = redis.call('HMGET', KEYS[1], 'openedAt', 'heardAt')
if not told[1] then return 'already-over' end
local since = told[2] or told[1]
if tonumber(ARGV[2]) > tonumber(since) then redis.call('HSET', KEYS[1], 'heardAt', ARGV[2]) end
return { 'heard', since }
