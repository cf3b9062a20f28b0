-- Whether a measure was ever counted is asked for each name that this build does not know.
create index rollup_measure_name on rollup_measure (measure);
