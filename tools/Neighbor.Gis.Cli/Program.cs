using System.Runtime.InteropServices;
using System.Text;
using Neighbor.Gis.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using CancellationTokenSource cancelling = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
return await NeighborProgram.RunAsync(args, Surroundings.OfProcess(), cancelling.Token);

// The first signal asks the work to end and clean up; a second one is not held back any more.
void Cancel(PosixSignalContext signal)
{
    signal.Cancel = !cancelling.IsCancellationRequested;
    cancelling.Cancel();
}
