namespace Optimizer.Benchmarks.AzureScale;

/// <summary>What storage does for workflows, in a stretch of time.</summary>
/// <param name="Episodes">Times that a workflow is woken.</param>
/// <param name="Control">Messages through the control queues.</param>
/// <param name="Work">Messages through the one queue of work items.</param>
/// <param name="Queue">Requests to queues.</param>
/// <param name="Table">Requests to tables, a batch being one.</param>
/// <param name="Blob">Requests to blobs.</param>
/// <param name="Written">Rows written.</param>
/// <param name="Read">Rows of history read.</param>
/// <param name="Bytes">Of payloads.</param>
internal readonly record struct Load(
    double Episodes, double Control, double Work, double Queue, double Table, double Blob, double Written, double Read, double Bytes)
{
    public double Requests => Queue + Table + Blob;

    public static Load operator *(double factor, Load load) => new(
        factor * load.Episodes, factor * load.Control, factor * load.Work, factor * load.Queue, factor * load.Table, factor * load.Blob,
        factor * load.Written, factor * load.Read, factor * load.Bytes);

    public static Load operator +(Load one, Load other) => new(
        one.Episodes + other.Episodes, one.Control + other.Control, one.Work + other.Work, one.Queue + other.Queue, one.Table + other.Table,
        one.Blob + other.Blob, one.Written + other.Written, one.Read + other.Read, one.Bytes + other.Bytes);
}
