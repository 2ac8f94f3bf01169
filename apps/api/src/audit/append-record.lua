-- Write the next record of a chain, if the chain still ends where it was sealed to. Rule AU1.
-- KEYS  audit, auditChain
-- ARGV  before, first, number, seal, text
-- Says  appended | moved-on
local ends = redis.call('HGET', KEYS[2], 'endSeal')
if ends and ends ~= ARGV[1] then return 'moved-on' end
if not ends and ARGV[2] ~= 'yes' then return 'moved-on' end
if not ends then redis.call('HSET', KEYS[2], 'begin', '0', 'beginSeal', ARGV[1]) end
redis.call('RPUSH', KEYS[1], ARGV[5])
redis.call('HSET', KEYS[2], 'end', ARGV[3], 'endSeal', ARGV[4])
return 'appended'
