-- Writes down how a gate stands; a parameter that is null leaves its column as it is.
-- Parameters: $1 code, $2 access, $3 hours, $4 checked on. Index: pk_gate.
update gate
set access = coalesce($2, access), hours = coalesce($3, hours), checked_on = coalesce($4, checked_on)
where code = $1
