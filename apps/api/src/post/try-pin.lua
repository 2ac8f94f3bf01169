-- Count a try of a PIN before it is judged; one that was tried too often is gone. Rules PD4, PD5.
-- KEYS  pins
-- ARGV  device, tries, most
-- Says  try | none
local sealed = redis.call('HGET', KEYS[1], ARGV[1])
if not sealed then return 'none' end
local tries = redis.call('HINCRBY', KEYS[1], ARGV[2], 1)
if tries > tonumber(ARGV[3]) then
  redis.call('HDEL', KEYS[1], ARGV[1], ARGV[2])
  return 'none'
end
return { 'try', sealed, tries }
