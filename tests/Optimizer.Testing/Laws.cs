using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using FsCheck;

namespace Optimizer.Testing;

/// <summary>
/// How laws are checked: with the same cases at every run, so that a failure is the fault of the change under test. Set
/// the environment variable OPTIMIZER_RANDOM_LAWS to 1 to look for new counterexamples; the failure prints the seed that
/// <see cref="Config"/> replays.
/// </summary>
public static class Laws
{
    private const string RandomSeeds = "OPTIMIZER_RANDOM_LAWS";

    /// <summary>A configuration whose seed is made from the names of the file and the test that ask for it.</summary>
    /// <param name="cases">Cases tried.</param>
    /// <param name="law">The test; the compiler fills it in.</param>
    /// <param name="file">Its file; the compiler fills it in.</param>
    public static Config Of(int cases, [CallerMemberName] string law = "", [CallerFilePath] string file = "")
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(cases);
        if (Environment.GetEnvironmentVariable(RandomSeeds) == "1")
        {
            return config;
        }

        // The file without its folder: the folder is another one on every machine.
        var name = file[(file.LastIndexOfAny(['/', '\\']) + 1)..];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{name}.{law}"));
        var (seed, gamma) = (BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8)));

        // The generator asks for an odd increment.
        return config.WithReplay(seed, gamma | 1);
    }
}
