package org.indelible.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bodies of API calls are read into memory as a whole, so they are bounded: {@value #LARGEST} bytes, several times the largest study definition seen. Clinical data are
 * spooled to disk and bounded there.
 */
@Component
class BodyLimit extends OncePerRequestFilter {
    static final int LARGEST = 32 << 20;

    private static final String SPOOLED = "/clinical-data";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") || path.endsWith(SPOOLED);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new BoundedRequest(request), response);
    }

    private static DomainRefusal tooLarge() {
        return new DomainRefusal(
                "file-too-large",
                "This call takes at most " + (LARGEST >> 20) + " MiB.",
                "Compare the file with what the call asks for; clinical data have a call of their own.");
    }

    private static final class BoundedRequest extends HttpServletRequestWrapper {
        BoundedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > LARGEST) {
                throw tooLarge();
            }
            return new Bounded(super.getInputStream());
        }
    }

    private static final class Bounded extends ServletInputStream {
        private final ServletInputStream in;
        private long left = LARGEST;

        Bounded(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return counted(in.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            return counted(n, n);
        }

        private int counted(int result, int bytes) {
            left -= result < 0 ? 0 : bytes;
            if (left < 0) {
                throw tooLarge();
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
