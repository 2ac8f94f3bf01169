-- Keep a passkey's challenge for the next try of a half session that stands. Rule SF5.
-- KEYS  half
-- ARGV  challenge
-- Says  kept | over
if redis.call('EXISTS', KEYS[1]) == 0 then return 'over' end
redis.call('HSET', KEYS[1], 'challenge', ARGV[1])
return 'kept'
