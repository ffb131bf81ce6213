namespace Optimizer.Functions.Tables.Notices;

/// <summary>Numbers given so far. Whoever gives one changes this row, and so all that give some take turns.</summary>
/// <param name="Notices">Notices taken.</param>
/// <param name="Parcels">Parcels made.</param>
internal sealed record OutboxHead(long Notices, long Parcels);
