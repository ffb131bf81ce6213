namespace Optimizer.Embedded.Storage;

/// <summary>The pending timers.</summary>
internal sealed class TimerTable(SqliteSession session)
{
    private readonly Statement _insert = session.Prepare("INSERT INTO timer (instance, step, due) VALUES (?, ?, ?)");
    private readonly Statement _delete = session.Prepare("DELETE FROM timer WHERE instance = ? AND step = ?");
    private readonly Statement _deleteAll = session.Prepare("DELETE FROM timer WHERE instance = ?");

    public void Add(TimerRow timer) => _insert.Bind(1, timer.Instance).Bind(2, timer.Step).Bind(3, timer.Due).Run();

    public void Remove(long instance, int step) => _delete.Bind(1, instance).Bind(2, step).Run();

    public void RemoveAll(long instance) => _deleteAll.Bind(1, instance).Run();

    public IReadOnlyList<TimerRow> All()
    {
        using var select = session.PrepareOnce("SELECT instance, step, due FROM timer ORDER BY due, instance, step");
        return select.All(row => new TimerRow(row.Long(0), row.Int(1), row.Long(2)));
    }
}
