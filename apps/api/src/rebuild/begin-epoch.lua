-- The store says which life of it this is; one that was lost has no name yet, and begins the next. Rule RB4.
-- KEYS  epoch
-- ARGV  notAfter, name, now, settles
-- Says  epoch | stale   (epoch: then its name, when it began, until when it settles)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('HSET', KEYS[1], 'name', ARGV[2], 'began', ARGV[3], 'settles', ARGV[4])
end
local epoch = redis.call('HMGET', KEYS[1], 'name', 'began', 'settles')
return { 'epoch', epoch[1], epoch[2], epoch[3] }
