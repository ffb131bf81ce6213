using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Hosts;

/// <summary>The table in which this host keeps what is about itself.</summary>
/// <param name="Rows">Its rows.</param>
internal sealed record HostRows(RowTable Rows);
