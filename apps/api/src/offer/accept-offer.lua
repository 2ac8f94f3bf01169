-- Turns a standing offer into an open conversation, or changes nothing. Rules OF3, OF4, OF5, I10.
-- KEYS  offer, offers, caller, volunteer, conversation, queue
-- ARGV  notAfter, id, by, now, keepFor
-- Says  accepted | already-accepted | too-late | not-yours | stale   (the first two: then the caller)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local held = redis.call('HMGET', KEYS[1], 'volunteer', 'caller', 'at', 'until')
if not held[1] then
  local opened = redis.call('HMGET', KEYS[5], 'volunteer', 'caller')
  if opened[1] ~= ARGV[3] then return 'too-late' end
  return { 'already-accepted', opened[2] }
end
local caller = redis.call('HGET', KEYS[3], 'offer')
local volunteer = redis.call('HGET', KEYS[4], 'offer')
if caller ~= ARGV[2] or volunteer ~= ARGV[2] then return 'too-late' end
if held[3] ~= 'standing' or tonumber(held[4]) <= tonumber(ARGV[4]) then return 'too-late' end
if held[1] ~= ARGV[3] then return 'not-yours' end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[2])
redis.call('ZREM', KEYS[6], held[2])
redis.call('HDEL', KEYS[3], 'offer')
redis.call('HSET', KEYS[3], 'at', 'talking', 'conversation', ARGV[2])
redis.call('HDEL', KEYS[4], 'offer', 'since')
redis.call('HSET', KEYS[4], 'at', 'talking', 'conversation', ARGV[2], 'misses', 0)
redis.call('HSET', KEYS[5], 'caller', held[2], 'volunteer', ARGV[3], 'openedAt', ARGV[4])
for key = 3, 5 do redis.call('PEXPIRE', KEYS[key], ARGV[5]) end
return { 'accepted', held[2] }
