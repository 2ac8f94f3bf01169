-- Nobody answered in time: the caller is back at the same place, the volunteer has missed one more. Rules OF7, OF8, I8.
-- KEYS  offer, offers, caller, volunteer, ready, free
-- ARGV  notAfter, id, now, missesBeforeAway
-- Says  expired | still-stands | nothing-to-do | stale
if redis.call('TIME')[1] * 1000 > tonumber(ARGV[1]) then return 'stale' end
local held = redis.call('HMGET', KEYS[1], 'volunteer', 'caller', 'standsUntil')
if not held[1] then return redis.call('ZREM', KEYS[2], ARGV[2]) and 'nothing-to-do' end
if tonumber(held[3]) > tonumber(ARGV[3]) then return 'still-stands' end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[2])
if redis.call('HGET', KEYS[3], 'offer') == ARGV[2] then
  redis.call('HDEL', KEYS[3], 'offer')
  redis.call('HSET', KEYS[3], 'at', 'waiting')
  redis.call('ZADD', KEYS[5], redis.call('HGET', KEYS[3], 'place'), held[2])
end
if redis.call('HGET', KEYS[4], 'offer') ~= ARGV[2] then return 'expired' end
redis.call('HDEL', KEYS[4], 'offer', 'since')
if redis.call('HINCRBY', KEYS[4], 'misses', 1) < tonumber(ARGV[4]) then
  redis.call('HSET', KEYS[4], 'at', 'free', 'since', ARGV[3])
  redis.call('ZADD', KEYS[6], ARGV[3], held[1])
else
  redis.call('HSET', KEYS[4], 'at', 'away', 'why', 'missed', 'misses', 0)
end
return 'expired'
