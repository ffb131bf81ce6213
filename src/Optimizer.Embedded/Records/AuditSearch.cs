using System.Text;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>A query of the trail as SQL; only parameters, never text, come from the caller.</summary>
internal sealed class AuditSearch
{
    // Newest first, records of more kinds than these are found sooner by looking at every record from the end.
    private const int FewKinds = 2;

    private readonly string _sql;
    private readonly List<object> _values = [];

    public AuditSearch(AuditQuery query)
    {
        var where = new StringBuilder(query.NewestFirst ? "seq < ?" : "seq > ?");
        if (query.NewestFirst)
        {
            Add(where, query.AfterSequence, " AND seq > ?");
        }
        else
        {
            Add(where, query.BeforeSequence, " AND seq < ?");
        }

        // A unary plus keeps the planner off an index that would make it sort, or read more rows than it gives.
        Add(where, query.Experiment, " AND experiment = ?");
        Add(where, query.Play, query.Experiment is null ? " AND play = ?" : " AND +play = ?");
        var byTime = query is { Play: not null, Experiment: null } && (query.Since ?? query.Until) is not null;
        Add(where, query.Since?.UtcTicks, byTime ? " AND at >= ?" : " AND +at >= ?");
        Add(where, query.Until?.UtcTicks, byTime ? " AND at < ?" : " AND +at < ?");
        if (query.Kinds is { } kinds)
        {
            where.Append(query.Play is null && query.Experiment is null ? " AND kind IN (" : " AND +kind IN (")
                .AppendJoin(", ", kinds.Select(_ => "?")).Append(')');
            _values.AddRange(kinds);
        }

        var index = query.Experiment is not null ? " INDEXED BY audit_experiment"
            : byTime ? " INDEXED BY audit_play_at"
            : query.Play is not null ? " INDEXED BY audit_play"
            : query is { NewestFirst: true, Kinds.Count: > FewKinds } ? " NOT INDEXED"
            : query.Kinds is { Count: > 0 } ? " INDEXED BY audit_kind"
            : "";
        _sql = $"SELECT seq, key, text, previous, hash FROM audit{index} WHERE {where} ORDER BY seq {(query.NewestFirst ? "DESC" : "ASC")} LIMIT ?";
        From = query.NewestFirst ? query.BeforeSequence ?? long.MaxValue : query.AfterSequence;
    }

    /// <summary>Where the first page begins.</summary>
    public long From { get; }

    /// <summary>The next records from one on, without it, at most so many.</summary>
    public List<T> Page<T>(SqliteSession session, long from, int most, Func<Statement, T> read)
    {
        using var statement = session.PrepareOnce(_sql);
        _ = statement.Bind(1, from);
        for (var i = 0; i < _values.Count; i++)
        {
            _ = _values[i] is long number ? statement.Bind(i + 2, number) : statement.Bind(i + 2, (string)_values[i]);
        }

        return statement.Bind(_values.Count + 2, (long)most).All(read);
    }

    private void Add(StringBuilder where, object? value, string condition)
    {
        if (value is not null)
        {
            where.Append(condition);
            _values.Add(value);
        }
    }
}
