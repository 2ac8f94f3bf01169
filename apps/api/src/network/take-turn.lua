-- Let whoever comes from one network come at its pace: at once, after a wait, or not now. Rules NW3, NW4.
-- KEYS  turns
-- ARGV  notAfter, now, every, burst, patience
-- Says  go-on | too-fast | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local now, every = tonumber(ARGV[2]), tonumber(ARGV[3])
local untilNow = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now)
local wait = math.max(0, untilNow + every - now - tonumber(ARGV[4]) * every)
if wait > tonumber(ARGV[5]) then return 'too-fast' end
redis.call('SET', KEYS[1], untilNow + every, 'PX', untilNow + every - now)
return { 'go-on', tostring(wait) }
