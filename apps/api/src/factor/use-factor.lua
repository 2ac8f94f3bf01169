-- Use a factor's mark, once: the step of a code, or a passkey's count. Rules SF4, SF5.
-- KEYS  factor
-- ARGV  id, mark
-- Says  used | again | gone
if redis.call('HGET', KEYS[1], 'id') ~= ARGV[1] then return 'gone' end
if tonumber(ARGV[2]) <= tonumber(redis.call('HGET', KEYS[1], 'mark')) then return 'again' end
redis.call('HSET', KEYS[1], 'mark', ARGV[2])
return 'used'
