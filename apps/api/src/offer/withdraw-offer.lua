-- One of the two is not there any more: the other goes back to where they were, and nobody is blamed. Rule OF9.
-- KEYS  offer, offers, caller, volunteer, free
-- ARGV  notAfter, id, tag
-- Says  withdrawn | nothing-to-do | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local held = redis.call('HMGET', KEYS[1], 'volunteer', 'caller')
if not held[1] then return 'nothing-to-do' end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[2])
if redis.call('HGET', KEYS[3], 'offer') == ARGV[2] then
  redis.call('HDEL', KEYS[3], 'offer')
  redis.call('HSET', KEYS[3], 'at', 'waiting')
  local stay = redis.call('HMGET', KEYS[3], 'place', 'language')
  redis.call('ZADD', ARGV[3] .. ':ready:' .. stay[2], stay[1], held[2])
end
if redis.call('HGET', KEYS[4], 'offer') == ARGV[2] then
  redis.call('HDEL', KEYS[4], 'offer')
  redis.call('HSET', KEYS[4], 'at', 'free')
  redis.call('ZADD', KEYS[5], redis.call('HGET', KEYS[4], 'since'), held[1])
end
return 'withdrawn'
