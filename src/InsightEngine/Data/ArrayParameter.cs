using Npgsql;

namespace InsightEngine.Data;

/// <summary>A column of rows as one array parameter, for <c>insert … select from unnest</c>: as fast as COPY nearly, and allowed under row-level security.</summary>
static class ArrayParameter
{
    public static NpgsqlParameter Of<T>(IEnumerable<T> values) => new NpgsqlParameter<T[]> { TypedValue = [.. values] };
}
