-- Keep a line anew, if nobody else did meanwhile. Rule AS6.
-- KEYS  lines
-- ARGV  line, before, after
-- Says  changed | changed-meanwhile
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 'changed-meanwhile' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 'changed'
