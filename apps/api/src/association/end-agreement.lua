-- Keep of a line's agreements those that are left, if nobody changed them meanwhile. Rule AG4.
-- KEYS  agreements
-- ARGV  line, before, after
-- Says  ended | changed-meanwhile
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 'changed-meanwhile' end
if ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], ARGV[1])
else
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
end
return 'ended'
