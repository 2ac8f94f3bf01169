-- Say whether something that strangers can cause is to be written: once about each, so many in all, in a while. Rule AU5.
-- KEYS  auditNews
-- ARGV  about, every, inAll
-- Says  news | said-already
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 'said-already' end
if redis.call('HSETNX', KEYS[1], ARGV[1], '1') == 0 then return 'said-already' end
redis.call('PEXPIRE', KEYS[1], ARGV[2], 'NX')
return 'news'
