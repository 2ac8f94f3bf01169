-- The volunteer's tab was away past its grace: the caller is back in the line at the place they always had. Rule CV4.
-- KEYS  conversation, caller, volunteer, queue, seen
-- ARGV  notAfter, id, tag, callerId, volunteerId, now, grace
-- Says  returned | still-here | already-over | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local seen = tonumber(redis.call('ZSCORE', KEYS[5], ARGV[5]))
if redis.call('EXISTS', KEYS[1]) == 0 then return 'already-over' end
if seen and seen + tonumber(ARGV[7]) > tonumber(ARGV[6]) then return 'still-here' end
redis.call('DEL', KEYS[1])
if redis.call('HGET', KEYS[3], 'conversation') == ARGV[2] then redis.call('DEL', KEYS[3]) end
if redis.call('HGET', KEYS[2], 'conversation') == ARGV[2] then
  redis.call('HDEL', KEYS[2], 'conversation')
  redis.call('HSET', KEYS[2], 'at', 'waiting', 'since', 'listener-lost')
  local stay = redis.call('HMGET', KEYS[2], 'place', 'language')
  redis.call('ZADD', KEYS[4], stay[1], ARGV[4])
  redis.call('ZADD', ARGV[3] .. ':ready:' .. stay[2], stay[1], ARGV[4])
end
return 'returned'
