using System.Text.Json;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Storage;

/// <summary>Reads instances.</summary>
internal sealed class InstanceReader(SqliteSession session)
{
    private const string Select = """
        SELECT key, id, workflow, version, state, started, generation, attempts, created_at, changed_at,
            parent, parent_generation, parent_step, (SELECT p.id FROM instance p WHERE p.key = i.parent),
            reason, status, input, output, failure, tags, trace
        FROM instance i
        """;

    private const string SelectLive = """
        SELECT i.key, i.id, i.workflow, i.version, i.state, i.generation, i.attempts, i.started, i.created_at,
            i.parent, i.parent_generation, i.parent_step, i.trace, r.kind, r.busy, r.at,
            EXISTS (SELECT 1 FROM timer t WHERE t.instance = i.key AND t.step = -1)
        FROM instance i INDEXED BY instance_live
        LEFT JOIN head h ON h.instance = i.key
        LEFT JOIN record r ON r.seq = h.seq
        WHERE i.state < 4 ORDER BY i.key
        """;

    private readonly Statement _byId = session.Prepare($"{Select} WHERE id = ?");
    private readonly Statement _children = session.Prepare($"{Select} WHERE parent = ? ORDER BY key");

    public InstanceRow? Find(string id) => _byId.Bind(1, id).First(Row);

    public IReadOnlyList<InstanceRow> Children(long parent) => _children.Bind(1, parent).All(Row);

    public IReadOnlyList<InstanceRow> List(InstanceQuery query, long after, int limit)
    {
        var search = new InstanceSearch(query);
        using var statement = session.PrepareOnce($"{Select} WHERE key > ?1{search.Conditions} ORDER BY key LIMIT ?2");
        search.Bind(statement.Bind(1, after).Bind(2, limit));
        return statement.All(Row);
    }

    public IReadOnlyList<LiveRow> Live()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using var statement = session.PrepareOnce(SelectLive);
        return statement.All(row => Live(row, names));
    }

    private static LiveRow Live(Statement row, Dictionary<string, string> names)
    {
        var name = row.Text(2);
        if (!names.TryGetValue(name, out var workflow))
        {
            names.Add(name, workflow = name);
        }

        var hasRecord = !row.IsNull(13);
        var isScheduled = row.Flag(16);
        var busy = hasRecord ? row.Flag(14) || row.Int(13) != (int)RecordKind.Turn : !isScheduled;
        return new(
            row.Long(0), row.Text(1), workflow, row.Int(3), StateNumbers.State(row.Int(4)), row.Int(5), row.Int(6), row.Flag(7),
            busy, row.Long(hasRecord ? 15 : 8), Parent(row, 9), row.TextOrNull(12));
    }

    private static InstanceRow Row(Statement row)
    {
        try
        {
            return Instance(row);
        }
        catch (JsonException problem)
        {
            throw new StoreException($"the file is damaged: instance {row.Long(0)} cannot be read; restore a backup", mayPass: false, problem);
        }
    }

    private static InstanceRow Instance(Statement row) => new()
    {
        Key = row.Long(0),
        Id = row.Text(1),
        Workflow = row.Text(2),
        Version = row.Int(3),
        State = StateNumbers.State(row.Int(4)),
        Started = row.Flag(5),
        Generation = row.Int(6),
        Attempts = row.Int(7),
        CreatedAt = row.Long(8),
        ChangedAt = row.Long(9),
        Parent = Parent(row, 10),
        ParentId = row.TextOrNull(13),
        Reason = row.TextOrNull(14),
        Status = PayloadOrNull(row, 15),
        Input = new Payload(row.Bytes(16)),
        Output = PayloadOrNull(row, 17),
        Failure = PayloadOrNull(row, 18)?.Read<Failure>(),
        Tags = TagText.Read(row.TextOrNull(19)),
        Trace = row.TextOrNull(20),
    };

    private static ParentLink? Parent(Statement row, int column) =>
        row.IsNull(column) ? null : new(row.Long(column), row.Int(column + 1), row.Int(column + 2));

    private static Payload? PayloadOrNull(Statement row, int column) => row.BytesOrNull(column) is { } bytes ? new Payload(bytes) : null;
}
