namespace Optimizer.Crash.Worker.Orders;

/// <summary>What order number n does, and so what must come out of it whatever died in between.</summary>
public sealed record OrderPlan(int Number)
{
    /// <summary>What stands for the output of the step that must not be repeated when the process died in it.</summary>
    public const string Unknown = "unknown";

    public string Id => $"order-{Number}";

    public string ChildId => $"order-{Number}/parcel";

    /// <summary>Width of the fan-out.</summary>
    public int Picks => 1 + (Number % 5);

    /// <summary>Signals that the client sends, numbered from 0, with one key each.</summary>
    public int Signals => 1 + (Number % 4);

    /// <summary>Signals waited for before continuing as new; the others stay unread across the generations.</summary>
    public int SignalsOfFirstGeneration => Continues ? Signals / 2 : Signals;

    public bool Continues => Number % 5 == 0;

    public bool HasChild => Number % 3 == 0;

    /// <summary>Waits with a due time, again and again until the signal is there.</summary>
    public bool WaitsWithDueTime => Number % 2 == 0;

    /// <summary>The payment's first attempt fails.</summary>
    public bool FailsOnce => Number % 4 == 1;

    public bool HasOnce => Number % 7 == 0;

    public string Reserve => $"{Number} reserve";

    public string Pay => $"{Number} pay";

    public string Once => $"{Number} once";

    public string Parcel => $"{Number} parcel";

    public string Label => $"{Number} label";

    public string Ship => $"{Number} ship";

    public string Pick(int place) => $"{Number} pick {place}";

    /// <summary>Outputs in order; the step that must not be repeated may say <see cref="Unknown"/> instead.</summary>
    public IReadOnlyList<string> Outputs =>
    [
        Reserve, .. Enumerable.Range(0, Picks).Select(Pick), Pay, .. HasOnce ? [Once] : Array.Empty<string>(),
        .. HasChild ? [Parcel, Label] : Array.Empty<string>(), Ship,
    ];

    /// <summary>What is wrong with the end of this order; null when it is right.</summary>
    public string? Fault(OrderState end)
    {
        ArgumentNullException.ThrowIfNull(end);
        var outputs = end.Outputs.Select(output => output == Unknown ? Once : output);
        return end.Number != Number ? $"it is order {end.Number}"
            : !end.Heard.SequenceEqual(Enumerable.Range(0, Signals)) ? $"it heard [{string.Join(' ', end.Heard)}] of {Signals} signals"
            : !outputs.SequenceEqual(Outputs) ? $"its outputs are [{string.Join(", ", end.Outputs)}], not [{string.Join(", ", Outputs)}]"
            : end.Generation != (Continues ? 1 : 0) ? $"it ended in generation {end.Generation}"
            : null;
    }
}
