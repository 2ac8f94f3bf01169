-- Gives the caller back to the same place and rests the pair; the volunteer keeps their turn. Rule OF6.
-- KEYS  offer, offers, caller, volunteer, ready, free
-- ARGV  notAfter, id, by, now, restsUntil
-- Says  declined | too-late | not-yours | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local held = redis.call('HMGET', KEYS[1], 'volunteer', 'caller', 'at', 'until')
if held[3] ~= 'standing' or tonumber(held[4]) <= tonumber(ARGV[4]) then return 'too-late' end
if held[1] ~= ARGV[3] then return 'not-yours' end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[2])
if redis.call('HGET', KEYS[3], 'offer') == ARGV[2] then
  redis.call('HDEL', KEYS[3], 'offer')
  redis.call('HSET', KEYS[3], 'at', 'waiting', 'rest:' .. ARGV[3], ARGV[5])
  redis.call('ZADD', KEYS[5], redis.call('HGET', KEYS[3], 'place'), held[2])
end
if redis.call('HGET', KEYS[4], 'offer') == ARGV[2] then
  redis.call('HDEL', KEYS[4], 'offer')
  redis.call('HSET', KEYS[4], 'at', 'free', 'misses', 0)
  redis.call('ZADD', KEYS[6], redis.call('HGET', KEYS[4], 'since'), ARGV[3])
end
return 'declined'
